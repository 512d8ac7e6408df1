// Refusals by a table, each with the sentence that a reader gets; traces of other hands by the Python of docs/trace-format.md;
// and 2,000 broken traces, which are read or refused and nothing else.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bentRecord } from '../../test/bent-record.js';
import { seedRecord } from '../../test/seed-record.js';
import { seeded } from '../../test/seeded.js';
import { smallRecord } from '../../test/small-record.js';
import { readRecord } from './read-record.js';
import { RecordError } from './record-errors.js';
import { Trace } from './trace.js';

/** `JSON.parse` gives any; what a test does to it is its own risk. */
type Json = Record<string, never>;
const copyOf = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const fixture = new URL('../../test/fixtures/python-trace.json', import.meta.url);
const page = new URL('../../../../docs/trace-format.md', import.meta.url);
const python = readFileSync(fixture, 'utf8');

/** The small record as a file has it. */
const plain = copyOf({
  ...smallRecord,
  tensors: Object.fromEntries(
    Object.entries(smallRecord.tensors).map(([path, { shape, data }]) => [path, { shape, data: [...data] }]),
  ),
});

function refusal(value: unknown): RecordError {
  try {
    readRecord(value);
  } catch (error) {
    if (error instanceof RecordError) return error;
    throw error;
  }
  throw new Error('Expected a refusal.');
}

/** The plain record with one part replaced; `undefined` takes it away. */
function changed(path: string, value: unknown): Json {
  const record = copyOf(plain);
  const names = path.split('.');
  const last = names.pop()!;
  let part = record as unknown as Record<string, unknown>;
  for (const name of names) part = part[name] as Record<string, unknown>;
  if (value === undefined) delete part[last];
  else part[last] = value;
  return record;
}

describe('readRecord', () => {
  it('gives back every number of a record that an engine wrote', () => {
    for (const record of [seedRecord(), smallRecord, bentRecord()]) {
      const read = readRecord(record);
      expect(read.model.layers.map(({ name }) => name)).toEqual(record.model.layers.map(({ name }) => name));
      for (const [path, { shape, data }] of Object.entries(record.tensors)) {
        expect(read.tensors[path]!.shape).toEqual(shape);
        expect(read.tensors[path]!.data).toBe(data);
      }
    }
  });

  it('reads what a file holds as what was written into it', () => {
    const read = readRecord(plain);
    expect(read.model.layers[0]).toEqual(smallRecord.model.layers[0]);
    expect(read.tensors['pool1/output']).toEqual({ shape: [1, 1, 1, 1], data: [3] });
  });

  it('fills in what follows from the rest', () => {
    const { model } = readRecord(JSON.parse(python));
    const [conv1, pool1, flatten, dense1] = model.layers;
    expect(conv1!.inputShape).toEqual([6, 6, 1]);
    expect(conv1!.weights).toEqual({ filter: [3, 3, 1, 2], bias: [2] });
    // 3 × 3 × 2 weights and 2 biases; each weight at 4 × 4 places. 8 × 2 weights and 2 biases; once each.
    expect([conv1!.parameterCount, conv1!.macs]).toEqual([20, 288]);
    expect([pool1!.parameterCount, pool1!.macs, flatten!.macs]).toEqual([0, 0, 0]);
    expect([dense1!.parameterCount, dense1!.macs]).toEqual([18, 16]);
    expect([model.parameterCount, model.macs]).toEqual([38, 304]);
  });

  it('leaves what it was given as it is', () => {
    const before = JSON.stringify(plain);
    readRecord(plain);
    expect(JSON.stringify(plain)).toBe(before);
  });

  it('reads base64 as little-endian float32, NaN and infinities included', () => {
    // 1, -2.5, NaN, Infinity: 3F800000, C0200000, 7FC00000, 7F800000, each from its last byte to its first.
    const base64 = Buffer.from('0000803f000020c00000c07f0000807f', 'hex').toString('base64');
    const { data } = readRecord(changed('tensors.conv1/output.data', { base64 })).tensors['conv1/output']!;
    expect(data).toEqual(Float32Array.of(1, -2.5, NaN, Infinity));
  });

  it('reads null in a list as NaN, which JSON cannot write', () => {
    const { data } = readRecord(changed('tensors.conv1/output.data', [0, null, 2, 3])).tensors[
      'conv1/output'
    ]!;
    expect(data).toEqual([0, NaN, 2, 3]);
  });

  it('takes NaN in a Float32Array as it is', () => {
    const record = {
      ...smallRecord,
      tensors: { probabilities: { shape: [1, 2], data: Float32Array.of(NaN, NaN) } },
    };
    expect(readRecord(record).tensors['probabilities']!.data).toEqual(Float32Array.of(NaN, NaN));
  });

  it('keeps a name like __proto__ from meaning anything', () => {
    const text = python.replace('"input":', '"__proto__": {"shape": [1], "data": [7]}, "input":');
    const { tensors } = readRecord(JSON.parse(text));
    expect(Object.getPrototypeOf(tensors)).toBeNull();
    expect(Object.hasOwn(tensors, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>)['shape']).toBeUndefined();
  });

  it.each([
    ['NO_RECORD', null, 'received null. Give the object that the JSON file holds.'],
    [
      'NO_RECORD',
      '{'.repeat(1312),
      'received a string of 1,312 characters. Parse the text first: JSON.parse(text).',
    ],
    ['NO_RECORD', [plain], 'received a list of 1.'],
    ['WRONG_FORMAT', {}, "expected format 'convlens.trace', received nothing."],
    ['WRONG_FORMAT', changed('format', 'convlens.model'), 'received "convlens.model".'],
    ['OTHER_VERSION', changed('version', 2), 'expected version 1, received 2.'],
    ['OTHER_VERSION', changed('version', '1'), 'received "1".'],
    ['INVALID_VALUE', changed('model', undefined), 'expected model to be an object, received nothing.'],
    ['INVALID_VALUE', changed('tensors', [1]), 'expected tensors to be an object, received a list of 1.'],
    ['INVALID_VALUE', changed('model.layers', 'conv1'), 'expected layers to be a list, received "conv1".'],
    [
      'INVALID_VALUE',
      changed('model.layers.1.name', 'conv1'),
      'expected name of layer 1 to be its own, received "conv1".',
    ],
    ['INVALID_VALUE', changed('model.layers.0.name', 'a/b'), 'to be without a slash, received "a/b".'],
    [
      'INVALID_VALUE',
      changed('model.layers.0.config.kernelSize', undefined),
      'expected kernelSize of conv1 to be a number or [height, width], received nothing.',
    ],
    [
      'INVALID_VALUE',
      changed('model.layers.0.config.activation', {}),
      'expected activation of conv1 to be a name, received an object.',
    ],
    [
      'INVALID_VALUE',
      changed('tensors.input.shape', [1, 3, 3, -1]),
      'to be a whole number of 1 or more, received -1.',
    ],
    [
      'INVALID_VALUE',
      changed('recordedAt', 'yesterday'),
      'expected recordedAt to be a date as in 2026-05-01T12:00:00Z, received "yesterday".',
    ],
    ['INVALID_VALUE', changed('step', -1), 'expected step to be a whole number of 0 or more, received -1.'],
    ['INVALID_DATA', changed('tensors.conv1/output.data', ['0', 0, 2, 3]), 'received "0" at place 0.'],
    [
      'INVALID_DATA',
      changed('tensors.conv1/output.data', 'AAAA'),
      'expected data of conv1/output to be a list of numbers, a Float32Array or { base64 }, received "AAAA".',
    ],
    [
      'INVALID_DATA',
      changed('tensors.conv1/output.data', { base64: 'AAA*AAAAAAAAAAAAAAAAAA==' }),
      'a string that is no base64',
    ],
    ['INVALID_DATA', changed('tensors.conv1/output.data', { base64: 'AAAA' }), 'base64 of 3 bytes'],
    [
      'LENGTH_MISMATCH',
      changed('tensors.conv1/output.data', [0, 0, 2]),
      'expected 4 numbers in conv1/output for its shape [1, 2, 2, 1], received 3.',
    ],
    ['LENGTH_MISMATCH', changed('tensors.conv1/output.data', { base64: 'AAAAAA==' }), 'received 1.'],
    [
      'SHAPE_MISMATCH',
      changed('tensors.input', { shape: [1, 1, 3, 3], data: [1, 2, 3, 4, 5, 6, 7, 8, 9] }),
      'expected input of shape [1, 3, 3, 1], received [1, 1, 3, 3]. Write [1, height, width, channels], with a batch of 1; from PyTorch: x.permute(0, 2, 3, 1).',
    ],
    [
      'SHAPE_MISMATCH',
      changed('model.layers.1.inputShape', [3, 3, 1]),
      'expected an input of pool1 of shape [2, 2, 1], received [3, 3, 1]. Each layer takes what the one before it gives.',
    ],
    [
      'SHAPE_MISMATCH',
      changed('model.layers.0.outputShape', [3, 3, 1]),
      'expected an output of conv1 of shape [2, 2, 1], received [3, 3, 1]. Its window gives 2 × 2.',
    ],
    [
      'SHAPE_MISMATCH',
      changed('model.classNames', ['only']),
      'expected classNames of shape [2], received [1].',
    ],
    [
      'IMPOSSIBLE_LAYER',
      changed('model.layers.0.config.kernelSize', [5, 5]),
      'expected settings of conv1 that fit its input [3, 3, 1], received kernelSize [5, 5], padding "valid". conv1: expected height + padding',
    ],
    ['IMPOSSIBLE_LAYER', changed('model.layers.0.config.padding', -1), "expected padding 'same', 'valid'"],
    [
      'TOO_LARGE',
      changed(
        'model.layers',
        Array.from({ length: 1001 }, () => ({})),
      ),
      'expected at most 1,000 entries in layers, received 1,001.',
    ],
    [
      'TOO_LARGE',
      changed('tensors.input.shape', [1, 8192, 8192, 3]),
      'expected at most 16,777,216 numbers in shape of input, received 201,326,592.',
    ],
    [
      'TOO_LARGE',
      changed('model.layers.0.outputShape', [1, 1, 70_000]),
      'expected at most 65,536 maps or units in conv1, received 70,000.',
    ],
  ] as const)('refuses with %s what is not as docs/trace-format.md says', (code, value, sentence) => {
    const { code: received, message, expected, remedy } = refusal(value);
    expect(message).toContain(sentence);
    expect(received).toBe(code);
    expect(message.startsWith(`readRecord: expected ${expected}, received `)).toBe(true);
    expect(remedy.endsWith('.')).toBe(true);
  });

  it('counts the numbers of all tensors before it reads one of them', () => {
    const half = { shape: [2 ** 23], data: [] };
    const error = refusal(
      changed('tensors', {
        a: { shape: [2 ** 23], data: new Float32Array(2 ** 23) },
        b: { shape: [2 ** 23], data: new Float32Array(2 ** 23) },
        c: half,
      }),
    );
    expect(error.message).toContain(
      'expected at most 16,777,216 numbers in all tensors, received 25,165,824.',
    );
  });

  it('refuses settings without an end', () => {
    const config: Record<string, unknown> = { kernelSize: [2, 2] };
    config['again'] = config;
    expect(refusal(changed('model.layers.0.config', 1)).code).toBe('INVALID_VALUE');
    const record = copyOf(plain) as unknown as { model: { layers: { config: unknown }[] } };
    record.model.layers[0]!.config = config;
    expect(refusal(record).message).toContain('or is nested more than 6 deep.');
  });

  it('has a paragraph in the documentation for each of its codes, and tests each', () => {
    const documented = [...readFileSync(page, 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(
      ([, code]) => code,
    );
    const source = readFileSync(new URL('./record-errors.ts', import.meta.url), 'utf8');
    const codes = [...source.matchAll(/^ {2}\| '([A-Z_]+)'/gm)].map(([, code]) => code);
    expect(documented).toEqual(codes);
    expect(codes.length).toBe(9);
  });
});

describe('2,000 broken traces', () => {
  it('are read or refused with the typed error, and what is read can be drawn', () => {
    const random = seeded(20);
    const counts = new Map<string, number>();
    for (let turn = 0; turn < 2000; turn++) {
      const record = copyOf(turn % 2 === 0 ? plain : JSON.parse(python));
      for (let blow = 0; blow <= random() * 2; blow++) damage(record, random);
      let outcome = 'read';
      try {
        const read = readRecord(record);
        const trace = new Trace(read);
        // What no layer of the record bars is there for each stage that is drawn.
        for (const [index] of trace.stages.entries()) trace.scale(index);
      } catch (error) {
        if (!(error instanceof RecordError)) throw error;
        outcome = error.code;
      }
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
    // The damage reaches both ends: some of it matters to nobody, and most kinds of refusal have been met.
    expect(counts.get('read')).toBeGreaterThan(100);
    expect(counts.size).toBeGreaterThan(7);
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(2000);
  });
});

const odd = (): readonly unknown[] => [
  null,
  undefined,
  true,
  '',
  'x',
  '__proto__',
  0,
  -1,
  1,
  2,
  0.5,
  1e9,
  2 ** 53,
  NaN,
  Infinity,
  [],
  {},
  [null],
  [[1]],
  { base64: 'AAAA' },
  { base64: '=' },
  { length: 4 },
  Float32Array.of(1, 2),
  'same',
  'Dense',
  'Conv2D',
  'Flatten',
  'conv1',
  () => 1,
  1n,
  Symbol('s'),
];

/** One change somewhere in the tree: a value replaced, taken away, doubled, moved to another name, or a list cut. */
function damage(root: object, random: () => number): void {
  const places: [holder: Record<string, unknown>, key: string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || ArrayBuffer.isView(node)) return;
    const holder = node as Record<string, unknown>;
    for (const key of Object.keys(holder)) {
      places.push([holder, key]);
      walk(holder[key]);
    }
  };
  walk(root);
  // Numbers of tensors are most of the tree; what holds them is as likely to be hit.
  const short = places.filter(([holder]) => !Array.isArray(holder) || holder.length < 5);
  const chosen = random() < 0.9 && short.length > 0 ? short : places;
  const place = chosen[Math.floor(random() * chosen.length)];
  if (!place) return;
  const [holder, key] = place;
  const value = holder[key];
  const values = odd();
  const how = random();
  if (how < 0.5) holder[key] = values[Math.floor(random() * values.length)];
  else if (how < 0.65) delete holder[key];
  else if (how < 0.75 && !Array.isArray(holder))
    holder[['name', 'shape', 'data', '__proto__', 'length', 'x'][Math.floor(random() * 6)]!] = value;
  else if (typeof value === 'number') holder[key] = value * 2 + 1;
  else if (Array.isArray(value)) holder[key] = random() < 0.5 ? value.slice(1) : [...value, ...value];
  else holder[key] = [value, value];
}

const answer = spawnSync('python3', ['--version']);
const hasPython = answer.status === 0;

describe('the Python of docs/trace-format.md', () => {
  const pieces = [...readFileSync(page, 'utf8').matchAll(/```python\n(.*?)```/gs)].map(([, code]) => code!);

  it('writes a trace in ten lines', () => {
    expect(pieces[0]!.trim().split('\n').length).toBe(10);
  });

  it.skipIf(!hasPython)(
    `writes the fixture${hasPython ? '' : ' (skipped: no python3 on this machine)'}`,
    () => {
      const { stdout, stderr, status } = spawnSync('python3', ['-'], {
        input: pieces.join('\n'),
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, '']);
      expect(JSON.parse(stdout)).toEqual(JSON.parse(python));
    },
  );

  it('computes what is computed by hand', () => {
    const { tensors } = readRecord(JSON.parse(python));
    // Rows 1 of the image are 0 0 1 1 1 0, rows 2 to 4 are 0 0 1 0 0 0. Filter 0 takes the left column from the right one: at [0, 0] it sees
    // columns 0 to 2 of rows 0 to 2: 2 - 0. Filter 1 takes the upper row from the lower one: 1 - 0.
    expect([...tensors['conv1/output']!.data].slice(0, 2)).toEqual([2, 1]);
    // [3 1 0 1 3 0 0 0] by the kernel: 3 · 0.5 - 0.5 - 1 + 3 · 0.5 + … of unit 0: 1.5 - 0.5 + 1 + 1.5 = 3.5; of unit 1: -0.75 + 0.75 - 1 + 0 = -1.
    expect([...tensors['dense1/output']!.data]).toEqual([3.5, -1]);
  });
});
