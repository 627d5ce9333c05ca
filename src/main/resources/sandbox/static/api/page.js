// Shows the contract with each of its calls. A key for a new payment is new each time, as the contract asks.
(() => {
  'use strict';
  const example = '6c1f3d7e-2b1a-4c58-9d0e-5a7b8c9d0e1f';
  SwaggerUIBundle({
    url: '/api/portal-v1.yaml',
    dom_id: '#api',
    presets: [SwaggerUIBundle.presets.apis],
    layout: 'BaseLayout',
    docExpansion: 'list',
    defaultModelsExpandDepth: -1,
    tryItOutEnabled: true,
    validatorUrl: null,
    requestInterceptor(request) {
      if (request.headers['Idempotency-Key'] === example) {
        request.headers['Idempotency-Key'] = crypto.randomUUID();
      }
      return request;
    },
  });
})();
