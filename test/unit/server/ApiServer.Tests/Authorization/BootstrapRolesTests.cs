using System.Text.Json;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Authorization.Bootstrap;

namespace Cybernetes.ApiServer.Tests.Authorization;

public sealed class BootstrapRolesTests
{
    [Fact]
    public void TheyAreUpstreamsToTheLetter()
    {
        var file = SpecFile.Find("server/bootstrap-objects.json");
        Assert.SkipWhen(file is null, "../shared/spec is not here");
        using var spec = JsonDocument.Parse(File.ReadAllBytes(file!));
        Compare(spec, "clusterroles", BootstrapRoles.ClusterRoles);
        Compare(spec, "clusterrolebindings", BootstrapRoles.ClusterRoleBindings);
        Compare(spec, "roles", BootstrapRoles.Roles);
        Compare(spec, "rolebindings", BootstrapRoles.RoleBindings);
    }

    private static void Compare<T>(JsonDocument spec, string resource, IReadOnlyList<T> ours) where T : class, IObject<T>
    {
        var theirs = spec.RootElement.GetProperty("/apis/rbac.authorization.k8s.io/v1/" + resource).EnumerateArray()
            .Select(e => JsonDecoder.Read<T>(System.Text.Encoding.UTF8.GetBytes(e.GetRawText())))
            .OrderBy(o => (o.Metadata.Namespace, o.Metadata.Name)).Select(o => MessageText.Of(o));
        Assert.Equal(theirs, ours.OrderBy(o => (o.Metadata.Namespace, o.Metadata.Name)).Select(o => MessageText.Of(o)));
    }
}
