using Cybernetes.Base.Flags;
using Cybernetes.Controllers.Command;

namespace Cybernetes.Controllers.Tests.Command;

public sealed class ControllerManagerFlagsTests
{
    [Fact]
    public void TheFlagsThatKubeadmWritesAreTaken()
    {
        var flags = new ControllerManagerFlags();
        flags.Set.Parse(
        [
            "--allocate-node-cidrs=true", "--authentication-kubeconfig=/etc/kubernetes/controller-manager.conf", "--authorization-kubeconfig=/etc/kubernetes/controller-manager.conf",
            "--bind-address=127.0.0.1", "--client-ca-file=/etc/kubernetes/pki/ca.crt", "--cluster-cidr=10.244.0.0/16,fd00::/48", "--cluster-name=kubernetes",
            "--cluster-signing-cert-file=/etc/kubernetes/pki/ca.crt", "--cluster-signing-key-file=/etc/kubernetes/pki/ca.key", "--controllers=*,bootstrapsigner,tokencleaner",
            "--kubeconfig=/etc/kubernetes/controller-manager.conf", "--leader-elect=true", "--requestheader-client-ca-file=/etc/kubernetes/pki/front-proxy-ca.crt",
            "--service-account-private-key-file=/etc/kubernetes/pki/sa.key", "--service-cluster-ip-range=10.96.0.0/12", "--use-service-account-credentials=true",
        ]);
        var options = flags.ToOptions();

        Assert.Equal(["10.244.0.0/16", "fd00::/48"], options.ClusterCidrs);
        Assert.Equal(["*", "bootstrapsigner", "tokencleaner"], options.Controllers);
        Assert.True(flags.On("use-service-account-credentials"));
        Assert.Equal((10257, "127.0.0.1", "/etc/kubernetes/pki/ca.crt"), (flags.Serving.Port, flags.Serving.BindAddress.ToString(), flags.Serving.ClientCaFile));
    }

    [Fact]
    public void AnAddressThatIsNoneIsRefusedInUpstreamsWords()
    {
        var flags = new ControllerManagerFlags();
        flags.Set.Parse(["--bind-address=here"]);

        Assert.Equal("invalid argument \"here\" for \"--bind-address\" flag: failed to parse IP: \"here\"", Assert.Throws<FlagException>(() => flags.Serving).Message);
    }
}
