using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.RbacV1;

/// <summary>Who gets permissions.</summary>
[Message("k8s.io.api.rbac.v1")]
public sealed partial record Subject
{
    /// <summary><c>User</c>, <c>Group</c> or <c>ServiceAccount</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    /// <summary><c>rbac.authorization.k8s.io</c> for users and groups, empty for service accounts; filled in by itself.</summary>
    [Field(2)]
    public partial string ApiGroup { get; init; }

    /// <summary>The name.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The service account's namespace.</summary>
    [Field(4)]
    public partial string Namespace { get; init; }
}
