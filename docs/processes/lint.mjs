// The element templates, by the schema that Camunda Modeler reads them by.
import { readFileSync } from 'node:fs';
import { validateAll } from '@bpmn-io/element-templates-validator';

const file = '../../processes/.camunda/element-templates/steps.json';
const { valid, results } = validateAll(JSON.parse(readFileSync(file, 'utf8')));
for (const { valid, object, errors } of results) {
  if (!valid) {
    console.error(`${object.id}: ${errors.map(({ message }) => message).join('; ')}`);
  }
}
console.log(`${results.length} element templates, ${results.filter(({ valid }) => !valid).length} with faults`);
process.exit(valid ? 0 : 1);
