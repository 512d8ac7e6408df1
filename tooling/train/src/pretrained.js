// The one recipe of the published weights, and the steps after which CI compares them.

/** Chosen before any run. */
export const pretrainedArgs = ['--epochs', '6', '--seed', '1'];
export const command = `pnpm train ${pretrainedArgs.join(' ')}`;
export const earlySteps = 200;

/** Arguments of the same run, ended early. */
export const earlyArgs = [...pretrainedArgs, '--stop-after', String(earlySteps)];
