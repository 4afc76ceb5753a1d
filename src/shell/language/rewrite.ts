/**
 * What of a script the library runs otherwise than bash does is put into other words before it runs:
 * `&`, `$!`, `wait` and `time` become commands of ours, for time and the background are ours.
 */
import { STATE, touchesState } from './shell-state';
import {
  type ArithmeticVariable,
  type CommandNode,
  commandOf,
  literalOf,
  outputPart,
  type ParameterPart,
  type PipelineNode,
  parameterWord,
  pipelineOf,
  type Redirection,
  type ScriptNode,
  type StatementNode,
  statementOf,
  walk,
  wordOf,
} from './tree';

/** Commands of ours that nobody types. */
export const HIDDEN = {
  background: '_background',
  dynamic: '_dynamic',
  end: '_end',
  leave: '_leave',
  status: '_status',
  time: '_time',
  wait: '_wait',
  written: '_written',
} as const;

/** The variable that `$!` is read from. */
export const LAST_JOB = '_LAST_JOB';

/** Keeps the statements that are to run in the background, each by a number. */
export type Keep = (statement: StatementNode) => number;

/** Changes the tree in place: it was parsed for us and is nobody else's. */
export function rewrite(script: ScriptNode, keep: Keep): ScriptNode {
  walk(script, (node) => {
    switch (node.type) {
      case 'Statement':
        if (node.background) sendToBackground(node, keep);
        return;
      case 'Pipeline':
        node.commands = node.commands.map(withLeaving);
        askWhetherWritten(node);
        if (node.timed === true) takeTime(node);
        return;
      case 'SimpleCommand': {
        if (literalOf(node.name) === 'wait') node.name = wordOf(HIDDEN.wait);
        return;
      }
      case 'ArithVariable':
        if (DYNAMIC.has(node.name)) askInArithmetic(node);
        return;
      case 'ParameterExpansion':
        if (DYNAMIC.has(node.parameter) && node.operation === null) askForValue(node);
        if (node.parameter === '!' || isLastJobInBraces(node)) {
          node.parameter = LAST_JOB;
          if (node.operation?.type === 'Indirection') node.operation = null;
        }
    }
  });
  return script;
}

/** Variables that the library would read off the real clock and real dice. */
const DYNAMIC: ReadonlySet<string> = new Set([
  'EPOCHREALTIME',
  'EPOCHSECONDS',
  'RANDOM',
  'SECONDS',
  'SRANDOM',
]);

/** `$RANDOM` becomes `$(_dynamic RANDOM)`. */
function askForValue(part: ParameterPart): void {
  Object.assign(part, outputPart(commandOf(HIDDEN.dynamic, wordOf(part.parameter))));
}

function askInArithmetic(variable: ArithmeticVariable): void {
  const command = `${HIDDEN.dynamic} ${variable.name}`;
  Object.assign(variable, { type: 'ArithCommandSubst', command });
}

/** Adds a statement that is reached where nothing left the shell, and gives the status on. */
export function withEnd(script: ScriptNode): ScriptNode {
  const words = [parameterWord('?'), ...(touchesState(script) ? [STATE] : [])];
  const end = statementOf(pipelineOf(commandOf(HIDDEN.end, ...words)));
  return { ...script, statements: [...script.statements, end] };
}

/** `exit 3` becomes `{ _leave "$?"; exit 3; }`: the library ends lines for other reasons too. */
function withLeaving(command: CommandNode): CommandNode {
  if (command.type !== 'SimpleCommand') return command;
  const name = literalOf(command.name);
  if (name !== 'exit' && name !== 'logout') return command;
  const leave = commandOf(HIDDEN.leave, parameterWord('?'));
  const exit = { ...command, name: wordOf('exit') };
  const body = [statementOf(pipelineOf(leave)), statementOf(pipelineOf(exit))];
  return { type: 'Group', body, redirections: [] };
}

/** The parser takes `${!}` for an indirection through nothing. */
function isLastJobInBraces({ parameter, operation }: ParameterPart): boolean {
  return parameter === '' && operation?.type === 'Indirection';
}

function sendToBackground(statement: StatementNode, keep: Keep): void {
  const number = keep({ ...statement, background: false });
  statement.background = false;
  statement.operators = [];
  statement.pipelines = [pipelineOf(commandOf(HIDDEN.background, wordOf(String(number))))];
}

/** `time A | B` becomes `{ _time; A | B; _time "$?"; }`. */
function takeTime(pipeline: PipelineNode): void {
  const timed: PipelineNode = { ...pipeline, timed: false };
  const style = pipeline.timePosix === true ? [wordOf('-p')] : [];
  pipeline.timed = false;
  pipeline.negated = false;
  pipeline.commands = [
    {
      type: 'Group',
      body: [
        statementOf(pipelineOf(commandOf(HIDDEN.time))),
        statementOf(timed),
        statementOf(pipelineOf(commandOf(HIDDEN.time, parameterWord('?'), ...style))),
      ],
      redirections: [],
    },
  ];
}

/** `echo 1 > FILE` becomes `{ echo 1 > FILE; _written "$?" echo; }` for not every FILE takes it. */
function askWhetherWritten(pipeline: PipelineNode): void {
  pipeline.commands = pipeline.commands.map((command) => {
    if (command.type !== 'SimpleCommand' || !command.redirections.some(mayBeRefused))
      return command;
    const { name } = command;
    const ask = commandOf(HIDDEN.written, parameterWord('?'), name ?? wordOf('bash'));
    const body = [statementOf(pipelineOf(command)), statementOf(pipelineOf(ask))];
    return { type: 'Group', body, redirections: [] };
  });
}

/** The command that was typed, without what is asked after it. */
export function asTyped(command: CommandNode): CommandNode {
  if (command.type !== 'Group') return command;
  const [first, last] = command.body.map(({ pipelines }) => pipelines[0]?.commands[0]);
  const isAsked = last?.type === 'SimpleCommand' && literalOf(last.name) === HIDDEN.written;
  return isAsked && first !== undefined ? first : command;
}

const WRITES: ReadonlySet<string> = new Set(['>', '>>', '>|', '&>', '&>>']);

function mayBeRefused({ operator, target }: Redirection): boolean {
  if (!WRITES.has(operator) || target.type !== 'Word') return false;
  const [part] = target.parts;
  return part?.type !== 'Literal' || part.value !== '/dev/null';
}
