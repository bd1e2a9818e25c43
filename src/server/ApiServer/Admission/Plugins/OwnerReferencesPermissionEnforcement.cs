using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authorization;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Who sets owner references must be allowed to delete the object, and to block its owner's deletion.</summary>
public sealed class OwnerReferencesPermissionEnforcement(IAuthorizer authorizer, Func<GroupVersionKind, GroupVersionResource?> resourceOf) : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "OwnerReferencesPermissionEnforcement";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public async ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.Subresource is not ("" or "status") || attributes.Metadata is not { } meta)
        {
            return null;
        }
        var old = (attributes.OldObject as IObject)?.Metadata.OwnerReferences ?? default;
        if (meta.OwnerReferences == old)
        {
            return null;
        }
        var ask = new AuthorizationAttributes
        {
            User = attributes.User,
            Verb = "delete",
            IsResourceRequest = true,
            Namespace = attributes.Namespace,
            Name = attributes.Operation == AdmissionOperation.Create ? "" : attributes.Name,
            ApiGroup = attributes.Resource.Group,
            ApiVersion = attributes.Resource.Version,
            Resource = attributes.Resource.Resource,
        };
        var verdict = await authorizer.AuthorizeAsync(ask, cancellationToken).ConfigureAwait(false);
        if (!verdict.IsAllowed)
        {
            return Refusal.Forbidden(attributes, "cannot set an ownerRef on a resource you can't delete: " + Reason(verdict));
        }
        foreach (var owner in meta.OwnerReferences.Where(o => o.BlockOwnerDeletion == true && !old.Any(p => p.Uid == o.Uid && p.BlockOwnerDeletion == true)))
        {
            if (resourceOf(GroupVersionKind.From(owner.ApiVersion, owner.Kind)) is not { } resource)
            {
                return Refusal.Forbidden(attributes,
                    $"cannot set blockOwnerDeletion in this case because cannot find RESTMapping for APIVersion {owner.ApiVersion} Kind {owner.Kind}: no matches for kind \"{owner.Kind}\" in version \"{owner.ApiVersion}\"");
            }
            verdict = await authorizer.AuthorizeAsync(ask with
            {
                Verb = "update", ApiGroup = resource.Group, ApiVersion = resource.Version, Resource = resource.Resource, Subresource = "finalizers", Name = owner.Name,
            }, cancellationToken).ConfigureAwait(false);
            if (!verdict.IsAllowed)
            {
                return Refusal.Forbidden(attributes,
                    "cannot set blockOwnerDeletion if an ownerReference refers to a resource you can't set finalizers on: " + Reason(verdict));
            }
        }
        return null;
    }

    private static string Reason(Verdict verdict) => verdict.EvaluationError is { } error ? $"{verdict.Reason}, {error}" : $"{verdict.Reason}, <nil>";
}
