using Cybernetes.Store.Contract;
using Cybernetes.Store.Etcd;

namespace Cybernetes.Store.EtcdServer.Tests;

/// <summary>The embedded store behind its own etcd API, through our own client.</summary>
public sealed class ServedStoreContractTests : StoreContract
{
    private ServedStore? _served;

    protected override async ValueTask<IStore> OpenAsync()
    {
        _served = await ServedStore.StartAsync();
        return new EtcdStore(new EtcdOptions { Endpoints = [_served.Socket] });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_served is not null)
        {
            await _served.DisposeAsync();
        }
    }
}
