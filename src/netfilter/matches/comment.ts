/** `-m comment --comment TEXT`: fits every packet (iptables-extensions(8), "comment"). */
import { parameterProblem } from '../command-error';
import type { MatchModule } from '../match';
import { quoteWord } from '../words';

export interface CommentMatch {
  readonly kind: 'comment';
  readonly text: string;
}

const LENGTH_MAX = 255;

export const comment: MatchModule<CommentMatch> = {
  name: 'comment',
  options: { '--comment': 1 },

  build(options) {
    const [text = ''] = options.require('--comment').values;
    if (text.length > LENGTH_MAX) {
      throw parameterProblem(
        `comment: option "--comment" parameter is too long (max: ${LENGTH_MAX})`,
      );
    }
    return { kind: 'comment', text };
  },

  render: ({ text }) => `-m comment --comment ${quoteWord(text)}`,
  list: ({ text }) => `/* ${text} */`,
  compile: () => () => true,
};
