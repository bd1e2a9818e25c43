using Cybernetes.Store.Contract;

namespace Cybernetes.Store.Etcd.Tests;

public sealed class EtcdStoreContractTests(EtcdFixture etcd) : StoreContract, IClassFixture<EtcdFixture>
{
    protected override ValueTask<IStore> OpenAsync()
    {
        Assert.SkipWhen(etcd.Cluster is null, "etcd is not installed");
        return new(new EtcdStore(new EtcdOptions { Endpoints = etcd.Cluster.Endpoints }));
    }
}
