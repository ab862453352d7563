/// Microsoft Graph and Entra: sign-in, one HTTP configuration, retry, limits per mailbox, batches, paging, and the
/// translation of every fault into a [app.lectern.problems.Problem]. Knows no feature, no window and no store.
package app.lectern.graph;
