using Cybernetes.Store.Contract;

namespace Cybernetes.Store.Etcd.Tests;

/// <summary>One etcd for the tests of a class.</summary>
public class EtcdFixture : IAsyncLifetime
{
    /// <summary>It; null when etcd is not on this machine.</summary>
    public EtcdCluster? Cluster { get; private set; }

    protected virtual int Members => 1;

    public async ValueTask InitializeAsync()
    {
        if (EtcdCluster.IsInstalled)
        {
            Cluster = await EtcdCluster.StartAsync(Members);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Cluster is not null)
        {
            await Cluster.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }
}

public sealed class ThreeMemberFixture : EtcdFixture
{
    protected override int Members => 3;
}
