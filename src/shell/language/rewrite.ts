/**
 * What of a script the library runs otherwise than bash does is put into other words before it runs:
 * `&`, `$!`, `wait` and `time` become commands of ours, for time and the background are ours.
 */
import {
  commandOf,
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
  end: '_end',
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
        askWhetherWritten(node);
        if (node.timed === true) takeTime(node);
        return;
      case 'SimpleCommand': {
        const [part] = node.name?.parts ?? [];
        if (node.name?.parts.length === 1 && part?.type === 'Literal') {
          if (part.value === 'wait') part.value = HIDDEN.wait;
          if (part.value === 'logout') part.value = 'exit';
        }
        return;
      }
      case 'ParameterExpansion':
        if (node.parameter === '!' || isLastJobInBraces(node)) {
          node.parameter = LAST_JOB;
          if (node.operation?.type === 'Indirection') node.operation = null;
        }
    }
  });
  return script;
}

/** Adds a statement that is reached where nothing left the shell, and gives the status on. */
export function withEnd(script: ScriptNode): ScriptNode {
  const end = statementOf(pipelineOf(commandOf(HIDDEN.end, parameterWord('?'))));
  return { ...script, statements: [...script.statements, end] };
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

const WRITES: ReadonlySet<string> = new Set(['>', '>>', '>|', '&>', '&>>']);

function mayBeRefused({ operator, target }: Redirection): boolean {
  if (!WRITES.has(operator) || target.type !== 'Word') return false;
  const [part] = target.parts;
  return part?.type !== 'Literal' || part.value !== '/dev/null';
}
