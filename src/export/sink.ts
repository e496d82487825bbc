/** Where an export goes. */

export interface Sink {
  /** Resolves when there is room for more. */
  write(chunk: string | Uint8Array): Promise<void>;
}

const ENOUGH = 1 << 16;

export interface TextSink {
  write(text: string): Promise<void>;
  /** Sends what is left. */
  end(): Promise<void>;
}

/** Collects small texts to large chunks. */
export function collecting(sink: Sink): TextSink {
  let waiting = '';
  const send = async () => {
    const chunk = waiting;
    waiting = '';
    if (chunk !== '') await sink.write(chunk);
  };
  return {
    async write(text) {
      waiting += text;
      if (waiting.length >= ENOUGH) await send();
    },
    end: send,
  };
}
