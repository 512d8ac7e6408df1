// Cases written here by hand, one an adapter: a right backend passes, and one that is 1 % wrong does not.
import { Runtime } from '@convlens/tensor-core';
import { reference } from '@convlens/tensor-core/reference';
import { describe, expect, it } from 'vitest';
import * as onnx from '../src/adapters/onnx.js';
import * as torch from '../src/adapters/torch.js';
import * as webnn from '../src/adapters/webnn.js';
import { assertSame } from '../src/compare.js';

const float = (shape, data) => ({ dtype: 'float32', shape, data });
const tolerance = { metric: 'ATOL', value: 1e-6 };

/** A 2x2 image under a 2x2 filter of ones, NCHW: 1 + 2 + 3 + 4, and a bias of 5. */
const convolution = {
  x: float([1, 1, 2, 2], [1, 2, 3, 4]),
  filter: float([1, 1, 2, 2], [1, 1, 1, 1]),
  bias: float([1], [5]),
};
const rows = {
  webnn: {
    adapter: webnn,
    row: {
      inputs: convolution,
      nodes: [
        {
          op: 'conv2d',
          args: [{ input: 'x' }, { filter: 'filter' }, { options: { bias: 'bias' } }],
          outputs: ['y'],
        },
      ],
      expected: { y: float([1, 1, 1, 1], [15]) },
    },
  },
  onnx: {
    adapter: onnx,
    row: {
      inputs: convolution,
      nodes: [{ op: 'Conv', inputs: ['x', 'filter', 'bias'], attrs: {}, outputs: ['y'] }],
      expected: { y: float([1, 1, 1, 1], [15]) },
    },
  },
  torch: {
    adapter: torch,
    row: {
      op: 'conv2d',
      attrs: { strides: [1, 1], dilations: [1, 1], padding: [0, 0, 0, 0], groups: 1 },
      inputs: { x: convolution.x, w: convolution.filter, b: convolution.bias },
      dy: float([1, 1, 1, 1], [2]),
      y: float([1, 1, 1, 1], [15]),
      grads: {
        x: float([1, 1, 2, 2], [2, 2, 2, 2]),
        w: float([1, 1, 2, 2], [2, 4, 6, 8]),
        b: float([1], [2]),
      },
    },
  },
};

async function verify({ adapter, row }, backend) {
  const got = await adapter.run(row, { runtime: new Runtime(backend) });
  if (row.y) {
    assertSame('y', got.y, row.y, tolerance);
    for (const [name, stored] of Object.entries(row.grads))
      assertSame(name, got.grads[name], stored, tolerance);
  } else assertSame('y', got.y, row.expected.y, tolerance);
}

/** The reference, whose filters are 1 % too strong. */
function canary() {
  const backend = reference();
  const { conv2d, multiply, fill } = backend.kernels;
  return {
    ...backend,
    kernels: {
      ...backend.kernels,
      conv2d(inputs, attrs, [y]) {
        conv2d(inputs, attrs, [y]);
        const factor = { buffer: backend.allocate(4, 'float32'), shape: [], dtype: 'float32' };
        fill([], { value: 1.01 }, [factor]);
        multiply([y, factor], {}, [y]);
        backend.free(factor.buffer);
      },
    },
  };
}

describe.each(Object.entries(rows))('the %s adapter', (_, example) => {
  it('passes a right backend', () => verify(example, reference()));
  it('fails one that is 1 % wrong', () => expect(verify(example, canary())).rejects.toThrow('instead of 15'));
});
