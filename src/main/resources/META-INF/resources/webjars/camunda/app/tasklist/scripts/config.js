/*
 * Copyright Camunda Services GmbH and/or licensed to Camunda Services GmbH
 * under one or more contributor license agreements. See the NOTICE file
 * distributed with this work for additional information regarding copyright
 * ownership. Camunda licenses this file to you under the Apache License,
 * Version 2.0; you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

export default {
  app: {vendor: "DVC Pay"},
  locales: {availableLocales: ["vi", "en"], fallbackLocale: "vi"},
  customScripts: ["../welcome/scripts/sign-in.js", "scripts/find.js", "scripts/refusals.js"],
  // change the app name and vendor
  // app: {
  //   name: 'Todos',
  //   vendor: 'Company'
  // },
  //
  // configure the date format
  // "dateFormat": {
  //   "normal": "LLL",
  //   "long":   "LLLL"
  // },
  //
  // "locales": {
  //    "availableLocales": ["en", "de"],
  //    "fallbackLocale": "en"
  //  },
  // customScripts: [
  //   // If you have a folder called 'my-custom-script' (in the 'tasklist' folder)
  //   // with a file called 'customScript.js' in it
  //   // 'my-custom-script/customScript'
  // ],
  // requireJsConfig: {
  //   // AngularJS module names
  //   ngDeps: ['ui.bootstrap'],
  //   // RequireJS configuration for a complete configuration documentation see:
  //   // http://requirejs.org/docs/api.html#config
  //   deps: ['jquery', 'custom-ui'],
  //   paths: {
  //     // if you have a folder called `custom-ui` (in the `scripts` folder)
  //     // with a file called `scripts.js` in it and defining the `custom-ui` AMD module
  //     'custom-ui': 'custom-ui/scripts'
  //   }
  // },
  // csrfCookieName: 'XSRF-TOKEN',
  // disableWelcomeMessage: false,
  // assignProcessInstanceIdToTaskComment: true,

  shortcuts: Object.fromEntries(
    [
      ['claimTask', 'ctrl+alt+c', 'Nhận việc đang mở', 'claims the currently selected task'],
      ['focusFilter', 'ctrl+shift+f', 'Về bộ lọc đầu tiên', 'sets the focus to the first filter in the list'],
      ['focusList', 'ctrl+alt+l', 'Về việc đầu tiên trong danh sách', 'sets the focus to the first task in the list'],
      ['focusForm', 'ctrl+alt+f', 'Về ô đầu tiên của biểu mẫu', 'sets the focus to the first input field in a task form']
    ].map(([name, key, vietnamese, english]) =>
      [name, {key, description: navigator.language.startsWith('en') ? english : vietnamese}])
  )
};
