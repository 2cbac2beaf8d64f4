/** Why a file is not shown. */
export type PreviewProblem =
  | 'broken' // it is not what its type says, or damaged
  | 'encrypted' // it asks for a password
  | 'too-large' // too much to show: packed more than it may, too many or too large pictures, or too slow
  | 'not-shown'; // a type that is only handed out

/** What was shown of it: all, or its beginning. */
export interface Shown {
  readonly pages: number;
  readonly of: number;
}

/** Page → sandbox: the file. Its bytes are all that the sandbox ever has. */
export interface ToShow {
  readonly open: ArrayBuffer;
  readonly mediaType: string;
}

/** Sandbox → page. A resource is a part of the viewer itself (tables of characters, fonts, decoders), never of the file. */
export type FromSandbox =
  | { readonly ready: true }
  | { readonly shown: Shown }
  | { readonly problem: PreviewProblem }
  | { readonly resource: string; readonly request: number };

/** Page → sandbox: the resource that was asked for; without bytes when there is none of that name. */
export interface ResourceAnswer {
  readonly request: number;
  readonly bytes: ArrayBuffer | undefined;
}

export type Resources = (name: string) => Promise<Uint8Array | undefined>;

/** Why nothing is shown, as it is thrown inside the sandbox. */
export class NotShown extends Error {
  readonly problem: PreviewProblem;
  constructor(problem: PreviewProblem) {
    super(problem);
    this.name = 'NotShown';
    this.problem = problem;
  }
}
