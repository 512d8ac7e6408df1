/** A host's own worker: the three lines of the documentation. */
import { serveEngine } from '../src/worker.js';

serveEngine();
