using Cybernetes.Store.Contract;
using Cybernetes.Store.Embedded;

namespace Cybernetes.Store.Tests.Embedded;

public sealed class MemoryStoreContractTests : StoreContract
{
    protected override ValueTask<IStore> OpenAsync() => new(EmbeddedStore.InMemory());
}
