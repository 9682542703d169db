/** Where a server that was just started says it listens. */
export async function addressOf(child) {
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    const found = /(http:\/\/\S+)\/graphql/.exec(text)?.[1];
    if (found) return found;
  }
  throw new Error(`the server ended: ${text}`);
}
