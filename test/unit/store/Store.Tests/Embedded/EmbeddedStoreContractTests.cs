using Cybernetes.Store.Contract;
using Cybernetes.Store.Embedded;

namespace Cybernetes.Store.Tests.Embedded;

public sealed class EmbeddedStoreContractTests : StoreContract
{
    private readonly ScratchDirectory _scratch = new();

    protected override ValueTask<IStore> OpenAsync() => new(EmbeddedStore.Open(_scratch.File("state.db")));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _scratch.Dispose();
    }
}
