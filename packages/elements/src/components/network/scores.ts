/** The ten rows (or columns) at the end of the network: logit, class, probability. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Numbers } from '../../messages/numbers.js';
import { percentText } from '../../messages/percent.js';
import { inkOn } from '../../render/oklab.js';
import { colourOf } from '../../render/scale.js';
import type { Ramps } from '../../render/scale.js';
import type { Box, SceneLayout } from '../../scene/boxes.js';
import type { ScoresStage } from '../../trace/stages.js';
import { ranking } from '../../trace/trace.js';
import type { Trace } from '../../trace/trace.js';
import type { NetworkMessages } from './network.messages.js';
import { styleOf } from '../../parts/style-of.js';

export interface ScoresPicture {
  readonly trace: Trace;
  readonly index: number;
  readonly stage: ScoresStage;
  readonly layout: SceneLayout;
  readonly ramps: Ramps;
  readonly pointed: number | undefined;
}

export function scores(
  picture: ScoresPicture,
  words: NetworkMessages,
  numbers: Numbers,
): readonly TemplateResult[] {
  const { probabilities } = picture.trace;
  const best = probabilities && ranking(probabilities)[0];
  return picture.layout.stages[picture.index]!.boxes.map((box, unit) =>
    score(picture, box, unit, unit === best, words, numbers),
  );
}

function score(
  picture: ScoresPicture,
  box: Box,
  unit: number,
  isBest: boolean,
  words: NetworkMessages,
  numbers: Numbers,
): TemplateResult {
  const { trace, index, stage, layout, ramps } = picture;
  const logit = trace.values(index)?.[unit];
  const share = trace.probabilities?.[unit];
  const isDown = layout.flow === 'down';
  const colour = logit === undefined ? undefined : colourOf(ramps, trace.scale(index), logit);
  const length = share !== undefined && share > 0 ? `${Math.min(1, share) * 100}%` : '0';
  const classes = {
    score: true,
    down: isDown,
    best: isBest,
    none: !(share !== undefined && share >= 0.0005),
    pointed: picture.pointed === unit,
  };
  const place = { left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` };
  return html`<div class=${classMap(classes)} ${styleOf(place)}>
    <span
      class="num logit"
      ${styleOf(colour ? { background: `rgb(${colour.join(' ')})`, color: inkOn(colour) } : {})}
      >${logit === undefined ? '' : numbers.fixed(logit, 1)}</span
    ><i class="dot" ${styleOf({ background: `var(--class-${unit % 10})` })}></i
    ><span class="num name">${stage.classNames[unit] ?? unit}</span
    ><span class="bar"><i ${styleOf({ [isDown ? 'height' : 'width']: length })}></i></span
    ><span class="num percent"
      >${share === undefined ? '' : isDown ? shortPercent(share, numbers) : percentText(share, words, numbers)}</span
    >
  </div>`;
}

/** Without the sign, for columns of 28 px: the caption says that these are percent. */
function shortPercent(share: number, numbers: Numbers): string {
  const percent = share * 100;
  return numbers.fixed(percent, percent < 0.05 || percent >= 9.95 ? 0 : 1);
}
