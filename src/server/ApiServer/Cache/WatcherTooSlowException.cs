namespace Cybernetes.ApiServer.Cache;

/// <summary>A watcher was so slow that the changes it would have to see next are no longer kept.</summary>
public sealed class WatcherTooSlowException() : Exception("the watcher is slower than changes are kept");
