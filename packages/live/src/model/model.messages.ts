/** Every word that `<cnn-model>` says. */
export interface ModelMessages {
  readonly loading: string;
  /** @param reason The error's own sentence. */
  readonly failed: (reason: string) => string;
}

export const english: ModelMessages = {
  loading: 'Starting the network …',
  failed: (reason) => `The network could not be started. ${reason}`,
};
