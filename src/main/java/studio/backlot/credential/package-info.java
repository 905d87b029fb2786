/// What travels inside a file: where it came from, in the words that other programs read.
///
/// Writing takes a ledger entry and the asset it names, never a freshly generated plate, so that no
/// picture leaves without a record. Reading is tolerant and bounded: a foreign file says what it
/// says, nothing here believes it, and nothing here opens a file or a connection. Start with
/// [studio.backlot.credential.PngExport] and [studio.backlot.credential.CredentialReader].
package studio.backlot.credential;
