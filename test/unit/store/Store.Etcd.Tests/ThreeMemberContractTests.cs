using Cybernetes.Store.Contract;

namespace Cybernetes.Store.Etcd.Tests;

public sealed class ThreeMemberContractTests(ThreeMemberFixture etcd) : StoreContract, IClassFixture<ThreeMemberFixture>
{
    protected override ValueTask<IStore> OpenAsync()
    {
        Assert.SkipWhen(etcd.Cluster is null, "etcd is not installed");
        return new(new EtcdStore(new EtcdOptions { Endpoints = [.. etcd.Cluster.Endpoints.Select(url => url["http://".Length..])] }));
    }
}
