// Draws processes/*.bpmn as docs/processes/*.svg. Each picture names the model that it shows by
// the SHA-256 of its bytes, which a test compares: see README.md.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const models = join(here, '../../processes');
const installed = createRequire(import.meta.url);
const FONTS = "Arial, Arimo, 'Liberation Sans', Helvetica, sans-serif";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
page.on('pageerror', (broken) => { throw broken; });
await page.setContent(`<style>${fonts()}</style><div id="canvas"></div>`);
await page.addScriptTag({ path: installed.resolve('bpmn-js/dist/bpmn-viewer.production.min.js') });
await page.evaluate(() => document.fonts.load('12px Arial', 'aăđơưạ'));

for (const file of readdirSync(models).filter((name) => name.endsWith('.bpmn')).sort()) {
  const bytes = readFileSync(join(models, file));
  const svg = await page.evaluate(draw, bytes.toString('utf8'));
  const shown = `<!-- ${file} sha256 ${createHash('sha256').update(bytes).digest('hex')} -->`;
  writeFileSync(join(here, file.replace('.bpmn', '.svg')), tidy(svg, shown));
  console.log(file);
}
await browser.close();

/** Runs in the page: the library's own drawing, with its mark below it. */
async function draw(xml) {
  const viewer = new BpmnJS({ container: '#canvas' });
  const { warnings } = await viewer.importXML(xml);
  if (warnings.length) {
    throw new Error(warnings.map((each) => each.message).join('\n'));
  }
  for (const line of document.querySelectorAll('#canvas tspan')) {
    line.textContent = line.textContent.trim(); // and as long in any font as here
    line.setAttribute('textLength', line.getComputedTextLength().toFixed(1));
    line.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
  const exported = (await viewer.saveSVG()).svg;
  const picture = new DOMParser().parseFromString(exported, 'image/svg+xml').documentElement;
  picture.querySelectorAll('.djs-hit, .djs-outline').forEach((unseen) => unseen.remove());
  const [x, y, width, height] = picture.getAttribute('viewBox').split(' ').map(Math.round);
  const box = { x: x - 10, y: y - 10, width: width + 20, height: height + 44 };
  picture.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
  picture.setAttribute('width', box.width);
  picture.setAttribute('height', box.height);
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  Object.entries({ ...box, fill: 'white' }).forEach(([key, value]) => paper.setAttribute(key, value));
  picture.prepend(paper);
  const mark = document.querySelector('.bjs-powered-by svg').cloneNode(true);
  mark.setAttribute('x', box.x + box.width - 63);
  mark.setAttribute('y', box.y + box.height - 31);
  mark.setAttribute('width', 53);
  mark.setAttribute('height', 21);
  picture.append(mark);
  viewer.destroy();
  return new XMLSerializer().serializeToString(picture);
}

/** Equal models give equal files: the library names its markers anew each time. */
function tidy(svg, shown) {
  const names = [...new Set([...svg.matchAll(/id="([^"]*marker[^"]*)"/gi)].map((found) => found[1]))];
  names.forEach((name, number) => { svg = svg.replaceAll(name, `marker-${number}`); });
  return `${shown}\n`
    + svg.replaceAll('Arial, sans-serif', FONTS).replace(/(\.\d\d)\d+/g, '$1').replace(/></g, '>\n<') + '\n';
}

/** Arimo has Arial's measures, so that the pictures do not depend on the fonts of a machine. */
function fonts() {
  const css = ['latin', 'latin-ext', 'vietnamese'].map((subset) => {
    const sheet = readFileSync(installed.resolve(`@fontsource/arimo/${subset}-400.css`), 'utf8');
    const font = installed.resolve(`@fontsource/arimo/files/arimo-${subset}-400-normal.woff2`);
    const range = sheet.match(/unicode-range:[^;]*;/)?.[0] ?? '';
    const data = readFileSync(font).toString('base64');
    return `@font-face{font-family:Arial;src:url(data:font/woff2;base64,${data});${range}}`;
  });
  return css.join('');
}
