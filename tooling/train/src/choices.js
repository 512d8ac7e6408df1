// What the names on the command line stand for.
import { cpu } from '@convlens/backend-cpu';
import { mnist } from '@convlens/datasets';
import { denseNetwork, seedNetwork } from '@convlens/layers';
import { adam, constant, cosineDecay, linearDecay, sgd } from '@convlens/layers/training';
import { reference } from '@convlens/tensor-core/reference';

export const choices = {
  dataset: { mnist },
  model: { seed: seedNetwork, mlp: denseNetwork },
  optimizer: {
    adam: (learningRate) => adam({ learningRate }),
    sgd: (learningRate) => sgd({ learningRate }),
    momentum: (learningRate) => sgd({ learningRate, momentum: 0.9 }),
  },
  schedule: { constant, linear: linearDecay, cosine: cosineDecay },
  backend: { cpu, reference: async () => reference() },
};
