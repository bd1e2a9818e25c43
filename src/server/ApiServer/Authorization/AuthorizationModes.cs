using Cybernetes.ApiServer.Authorization.Modes;
using Cybernetes.ApiServer.Authorization.Node;
using Cybernetes.ApiServer.Authorization.Rbac;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Authorization;

/// <summary>Builds the authorizer that <c>--authorization-mode</c> asks for.</summary>
public static class AuthorizationModes
{
    /// <summary>The modes in order after system:masters, who may do everything. Throws <see cref="FormatException"/> for an unknown or repeated one.</summary>
    public static UnionAuthorizer Create(IReadOnlyList<string> modes, IClusterView cluster, RbacRules rbac, Func<string, IAuthorizer?>? others = null)
    {
        if (modes.Count == 0)
        {
            throw new FormatException("at least one authorization-mode must be passed");
        }
        if (modes.Count != modes.Distinct(StringComparer.Ordinal).Count())
        {
            throw new FormatException($"authorization-mode [{string.Join(' ', modes.Select(m => $"\"{m}\""))}] has mode specified more than once");
        }
        return new UnionAuthorizer([new PrivilegedGroupAuthorizer(), .. modes.Select(mode => Make(mode, cluster, rbac, others))]);
    }

    /// <summary>The authorizers of a configuration file in order, after system:masters.</summary>
    public static UnionAuthorizer Create(AuthorizationFile file, IClusterView cluster, RbacRules rbac, TimeProvider time, Func<string, IAuthorizer?>? others = null) =>
        new([new PrivilegedGroupAuthorizer(), .. file.Authorizers.Select(entry => AuthorizationFile.Webhook(entry, time) ?? Make(entry.Type, cluster, rbac, others))]);

    private static IAuthorizer Make(string mode, IClusterView cluster, RbacRules rbac, Func<string, IAuthorizer?>? others) => mode switch
    {
        "RBAC" => new RbacAuthorizer(rbac),
        "Node" => new NodeAuthorizer(new NodeReferences(cluster), cluster),
        "AlwaysAllow" => new AlwaysAllowAuthorizer(),
        "AlwaysDeny" => new AlwaysDenyAuthorizer(),
        _ => others?.Invoke(mode) ?? throw new FormatException($"authorization-mode \"{mode}\" is not a valid mode"),
    };
}
