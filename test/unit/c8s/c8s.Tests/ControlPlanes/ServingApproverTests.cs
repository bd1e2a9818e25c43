using System.Net;
using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.ControlPlanes;
using Cybernetes.Pki;

namespace Cybernetes.Tests.ControlPlanes;

public sealed class ServingApproverTests
{
    private static readonly Node _node = new()
    {
        Metadata = new() { Name = "beta" },
        Status = new() { Addresses = [new NodeAddress { Type = "InternalIP", Address = "10.0.0.2" }, new NodeAddress { Type = "Hostname", Address = "beta" }] },
    };

    [Theory]
    [InlineData("system:node:beta", "system:node:beta", "beta", "10.0.0.2", true)]
    [InlineData("system:node:gamma", "system:node:beta", "beta", "10.0.0.2", false)]
    [InlineData("system:node:beta", "system:node:alpha", "beta", "10.0.0.2", false)]
    [InlineData("system:node:beta", "system:node:beta", "kubernetes", "10.0.0.2", false)]
    [InlineData("system:node:beta", "system:node:beta", "beta", "10.96.0.1", false)]
    public void ANodeMayHaveItsOwnNameAndAddressesAndNoOthers(string user, string subject, string name, string address, bool may)
    {
        var request = SigningRequest.FromPem(SigningRequest.Create(new DistinguishedName(subject, ["system:nodes"]), KeyFactory.NewEcdsa(), [name], [IPAddress.Parse(address)]));
        var csr = new CertificateSigningRequest { Spec = new() { Username = user, Groups = ["system:nodes", "system:authenticated"] } };
        Assert.Equal(may, ServingApprover.MayHave(csr, request, _node));
    }
}
