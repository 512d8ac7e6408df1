import { Runtime, cpu, seedNetwork, Trainer, adam, softmaxCrossEntropy, mnist, save } from 'convlens';

const runtime = new Runtime(await cpu());
const model = seedNetwork();
model.build(runtime, { seed: 1 });
const trainer = new Trainer({ model, optimizer: adam(), loss: softmaxCrossEntropy() });
for await (const event of trainer.fit(await mnist(), { epochs: 3, batchSize: 64 }))
  console.log(event.step, event.loss);
const { images } = (await mnist({ split: 'test' })).take(1);
const { probabilities } = await model.predict(images); // plain typed arrays in and out
await save(model, 'digits.safetensors');
