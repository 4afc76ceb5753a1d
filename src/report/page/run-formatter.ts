/**
 * The page of a run as a formatter of cucumber-js (its plugin API). Captures go beside the page; where it
 * goes to standard output, or with `--format-options '{"calicumber":{"singleFile":true}}'`, into it.
 */
import type { Envelope } from '@cucumber/messages';
import { RunPage } from './run-page';

/** As cucumber-js hands it over; see its `FormatterPluginContext`. */
interface FormatterContext {
  on(key: 'message', handler: (envelope: Envelope) => void): void;
  readonly options: { readonly singleFile?: boolean };
  write(chunk: string | Uint8Array): void;
  /** Of the file that is written; none for standard output. */
  readonly directory?: string;
}

export const RUN_FORMATTER = {
  type: 'formatter',
  optionsKey: 'calicumber',
  formatter({ on, options, write, directory }: FormatterContext): void {
    const isSingleFile = options.singleFile === true || directory === undefined;
    const page = new RunPage(directory ?? '.', { isSingleFile });
    on('message', (envelope) => {
      page.take(envelope);
      if (envelope.testRunFinished !== undefined) page.finishInto(write);
    });
  },
} as const;
