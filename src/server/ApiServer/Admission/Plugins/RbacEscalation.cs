using Cybernetes.Api.MetaV1;
using Cybernetes.Api.RbacV1;
using Cybernetes.ApiServer.Authorization.Rbac;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Refuses roles and bindings that grant more than their writer holds. Upstream does this where it stores them; it cannot be disabled.</summary>
public sealed class RbacEscalation(EscalationCheck check) : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "RBAC";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public async ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.Resource.Group != "rbac.authorization.k8s.io" || attributes.Subresource.Length > 0)
        {
            return null;
        }
        var why = (attributes.Object, attributes.OldObject) switch
        {
            (Role role, var old) when (old as Role)?.Rules != role.Rules || old is null =>
                await check.CheckRoleAsync(attributes.User, attributes.Namespace, "roles", role.Metadata.Name, role.Rules, false, cancellationToken).ConfigureAwait(false),
            (ClusterRole role, var old) when old is not ClusterRole was || was.Rules != role.Rules || !Equals(was.AggregationRule, role.AggregationRule) =>
                await check.CheckRoleAsync(attributes.User, "", "clusterroles", role.Metadata.Name, role.Rules, role.AggregationRule is not null, cancellationToken).ConfigureAwait(false),
            (RoleBinding binding, var old) when old is not RoleBinding was || was.RoleRef != binding.RoleRef || was.Subjects != binding.Subjects =>
                await check.CheckBindingAsync(attributes.User, attributes.Namespace, binding.RoleRef, cancellationToken).ConfigureAwait(false),
            (ClusterRoleBinding binding, var old) when old is not ClusterRoleBinding was || was.RoleRef != binding.RoleRef || was.Subjects != binding.Subjects =>
                await check.CheckBindingAsync(attributes.User, "", binding.RoleRef, cancellationToken).ConfigureAwait(false),
            _ => null,
        };
        return why is null ? null : Refusal.Forbidden(attributes, why);
    }
}
