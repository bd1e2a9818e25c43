using Cybernetes.Api.MetaV1;
using Cybernetes.Api.NetworkingV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Controllers.ServiceCidrs;

namespace Cybernetes.Controllers.Tests.ServiceCidrs;

public sealed class ServiceCidrTests
{
    private static ServiceCIDR Range(string name, params string[] cidrs) => new() { Metadata = new ObjectMeta { Name = name }, Spec = new ServiceCIDRSpec { Cidrs = cidrs.ToValueList() } };

    [Fact]
    public void ARangeGoesOnlyWhenItsAddressesAreInAnother()
    {
        var range = Range("a", "10.1.0.0/24");
        Assert.True(ServiceCidrController.MayGo(range, [range], ["10.2.0.1"]));
        Assert.False(ServiceCidrController.MayGo(range, [range], ["10.1.0.1"]));
        Assert.True(ServiceCidrController.MayGo(range, [range, Range("b", "10.1.0.0/16")], ["10.1.0.1"]));
    }
}
