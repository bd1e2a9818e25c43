using Cybernetes.Store;
using Cybernetes.Store.Embedded;
using Cybernetes.Store.Load;

// Loads an embedded store until it is killed: FILE NAME SEED WATCH-FROM [BUG]. The journal goes to standard output.
IStore store = EmbeddedStore.Open(args[0], new EmbeddedStoreOptions { CompactionInterval = TimeSpan.Zero });
if (args.Length > 4)
{
    store = new PlantedBug(store, args[4]);
}
var journal = Journal.ToStandardOutput();
await new LoadRun(store, journal, args[1], int.Parse(args[2])).RunAsync(8, new Revision(long.Parse(args[3])), CancellationToken.None);
