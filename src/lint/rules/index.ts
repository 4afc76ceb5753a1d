/** Every rule of the lint. A new one is a file beside this and an entry here. */
import type { Rule } from '../rule';
import { ambiguousStep } from './ambiguous-step';
import { chanceValue } from './chance-value';
import { duplicateName } from './duplicate-name';
import { earlyAssertion } from './early-assertion';
import { impossibleValue } from './impossible-value';
import { lateLab } from './late-lab';
import { noControl } from './no-control';
import { noScenario } from './no-scenario';
import { nothingJudged } from './nothing-judged';
import { refusedManifest } from './refused-manifest';
import { saidTwice } from './said-twice';
import { syntax } from './syntax';
import { undefinedStep } from './undefined-step';
import { unknownColumn } from './unknown-column';
import { unknownFile } from './unknown-file';
import { unknownName } from './unknown-name';
import { unknownPlaceholder } from './unknown-placeholder';
import { unusedBackground } from './unused-background';
import { unusedColumn } from './unused-column';
import { vacuousScenario } from './vacuous-scenario';
import { wrongBlock } from './wrong-block';
import { wrongKeyword } from './wrong-keyword';

export const RULES: readonly Rule[] = [
  syntax,
  noScenario,
  vacuousScenario,
  undefinedStep,
  ambiguousStep,
  wrongBlock,
  unknownColumn,
  impossibleValue,
  wrongKeyword,
  lateLab,
  earlyAssertion,
  nothingJudged,
  noControl,
  unknownFile,
  refusedManifest,
  unknownName,
  unknownPlaceholder,
  unusedColumn,
  unusedBackground,
  chanceValue,
  saidTwice,
  duplicateName,
];
