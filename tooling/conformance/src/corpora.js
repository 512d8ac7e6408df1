/** Where the cases lie, and which adapter reads which. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** `CONVLENS_CORPORA`, or the folder `shared/conformance` beside the project. */
export const corporaFolder = () =>
  resolve(process.env.CONVLENS_CORPORA ?? join(projectRoot, '../shared/conformance'));

export const corpora = [
  { name: 'webnn/wpt', file: 'webnn/wpt.jsonl.gz', adapter: 'webnn' },
  { name: 'webnn/baseline', file: 'webnn/baseline.jsonl.gz', adapter: 'webnn' },
  { name: 'webnn/polyfill', file: 'webnn/webnn-polyfill.jsonl.gz', adapter: 'webnn' },
  { name: 'webnn/nnapi', file: 'webnn/nnapi-cts.jsonl.gz', adapter: 'webnn' },
  { name: 'onnx', file: 'onnx/onnx-cases.jsonl.gz', adapter: 'onnx' },
  { name: 'torch-grad', file: 'gradients/torch-grad.jsonl.gz', adapter: 'torch' },
  { name: 'layers/keras', file: 'layers/keras.jsonl.gz', adapter: 'keras' },
  { name: 'layers/tfjs', file: 'layers/tfjs-layers.jsonl.gz', adapter: 'tfjs' },
  { name: 'bugs', file: 'bugs/cases.jsonl', adapter: 'bugs' },
];

export const corporaExist = () => existsSync(corporaFolder());

export function readCases({ file }) {
  const bytes = readFileSync(join(corporaFolder(), file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** Rows whose stored answer a second implementation did not reproduce; suites written by hand need no second. */
const handwritten = ['wpt/', 'onnx/', 'kerasjs/'];
export const isUnconfirmed = ({ ref, id }) =>
  ref === 'differs' || (ref === 'unsupported' && !handwritten.some((prefix) => id.startsWith(prefix)));
