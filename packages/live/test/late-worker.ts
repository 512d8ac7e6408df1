/** An engine on a device that answers late. */
import { cpu } from '@convlens/backend-cpu';
import { delayed } from '@convlens/tensor-core/testing';
import { serveEngine } from '../src/worker.js';

serveEngine({ backends: { late: async () => delayed(await cpu()) } });
