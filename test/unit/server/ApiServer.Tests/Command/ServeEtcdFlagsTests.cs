using Cybernetes.ApiServer.Command;
using Cybernetes.Base.Flags;

namespace Cybernetes.ApiServer.Tests.Command;

public sealed class ServeEtcdFlagsTests
{
    [Fact]
    public void ASocketNeedsNoCertificates() => Assert.Equal(["unix:///run/etcd.sock"], Read("--serve-etcd=unix:///run/etcd.sock")!.ListenUrls);

    [Fact]
    public void HttpsWithoutAnAuthorityForClientsIsRefused()
    {
        var thrown = Assert.Throws<FlagException>(() => Read("--serve-etcd=https://127.0.0.1:2379", "--serve-etcd-certfile=a.crt", "--serve-etcd-keyfile=a.key"));
        Assert.Contains("--serve-etcd-trusted-ca-file", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsServedUnlessAsked() => Assert.Null(Read());

    private static Store.EtcdServer.EtcdServerOptions? Read(params string[] arguments)
    {
        var set = new FlagSet("test");
        var flags = new ServeEtcdFlags(set);
        set.Parse(arguments);
        return flags.ToOptions();
    }
}
