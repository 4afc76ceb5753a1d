/** Lets a command do its work without a word on the terminal. */

export async function quietly<Result>(work: () => Promise<Result>): Promise<Result> {
  return (await heard(work)).result;
}

/** What it would have said on standard output. */
export async function heard<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly said: string }> {
  const { write } = process.stdout;
  let said = '';
  process.stdout.write = (text: string | Uint8Array) => {
    said += String(text);
    return true;
  };
  try {
    const result = await work();
    return { result, said };
  } finally {
    process.stdout.write = write;
  }
}
