/** One step of an optimizer in place, four weights at a time. Formulas: docs/numerics.md. */
import { storeLanes } from './lanes';

export function sgdStep(parameter: usize, gradient: usize, count: i32, learningRate: f32): void {
  const rate = f32x4.splat(learningRate);
  for (let left = count; left > 0; left -= 4) {
    storeLanes(parameter, f32x4.sub(v128.load(parameter), f32x4.mul(rate, v128.load(gradient))), left);
    parameter += 16;
    gradient += 16;
  }
}

export function momentumStep(
  parameter: usize, gradient: usize, velocity: usize, count: i32, learningRate: f32, momentum: f32, nesterov: i32,
): void {
  const rate = f32x4.splat(learningRate), stay = f32x4.splat(momentum);
  for (let left = count; left > 0; left -= 4) {
    const step = f32x4.mul(rate, v128.load(gradient));
    const v = f32x4.sub(f32x4.mul(stay, v128.load(velocity)), step);
    const move = nesterov ? f32x4.sub(f32x4.mul(stay, v), step) : v;
    storeLanes(velocity, v, left);
    storeLanes(parameter, f32x4.add(v128.load(parameter), move), left);
    parameter += 16;
    gradient += 16;
    velocity += 16;
  }
}

export function adamStep(
  parameter: usize, gradient: usize, firstMoment: usize, secondMoment: usize, count: i32,
  learningRate: f32, beta1: f32, beta2: f32, rest1: f32, rest2: f32, epsilon: f32,
): void {
  const rate = f32x4.splat(learningRate), b1 = f32x4.splat(beta1), b2 = f32x4.splat(beta2);
  const r1 = f32x4.splat(rest1), r2 = f32x4.splat(rest2), e = f32x4.splat(epsilon);
  for (let left = count; left > 0; left -= 4) {
    const g = v128.load(gradient);
    const m = f32x4.add(f32x4.mul(b1, v128.load(firstMoment)), f32x4.mul(r1, g));
    const v = f32x4.add(f32x4.mul(b2, v128.load(secondMoment)), f32x4.mul(r2, f32x4.mul(g, g)));
    const step = f32x4.div(f32x4.mul(rate, m), f32x4.add(f32x4.sqrt(v), e));
    storeLanes(firstMoment, m, left);
    storeLanes(secondMoment, v, left);
    storeLanes(parameter, f32x4.sub(v128.load(parameter), step), left);
    parameter += 16;
    gradient += 16;
    firstMoment += 16;
    secondMoment += 16;
  }
}
