/// The engine that runs the features' syncs: orders, parts, counts, checkpoints, history. It knows no feature; each of them
/// hands in its [SyncPart].
package app.lectern.sync;
