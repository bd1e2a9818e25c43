using Cybernetes.Api.ResourceV1;
using Cybernetes.Api.StorageV1;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization.Bootstrap;
using Cybernetes.ApiServer.Authorization.Rbac;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Authorization.Node;

/// <summary>Lets a kubelet read what its own pods use, and do what every kubelet does; nothing else. Thread safe.</summary>
public sealed class NodeAuthorizer(NodeReferences references, IClusterView view) : IAuthorizer, IRuleResolver
{
    private const string LeaseNamespace = "kube-node-lease";

    private static readonly Api.Machinery.ValueList<Api.RbacV1.PolicyRule> _nodeRules =
        BootstrapRoles.ClusterRoles.First(r => r.Metadata.Name == "system:node").Rules;

    /// <inheritdoc/>
    public ValueTask<Verdict> AuthorizeAsync(AuthorizationAttributes attributes, CancellationToken cancellationToken) =>
        ValueTask.FromResult(attributes.User.NodeName is { } node ? Authorize(attributes, node) : Verdict.NoOpinion());

    /// <inheritdoc/>
    public ResolvedRules RulesFor(UserInfo user, string @namespace)
    {
        var rules = new ResolvedRules();
        if (user.NodeName is not null)
        {
            rules.Incomplete = true;
            rules.Errors.Add("node authorizer does not support user rule resolution");
        }
        return rules;
    }

    private Verdict Authorize(AuthorizationAttributes attributes, string node)
    {
        if (node.Length == 0)
        {
            return Verdict.NoOpinion($"unknown node for user \"{attributes.User.Name}\"");
        }
        if (!attributes.IsResourceRequest)
        {
            return ByRules(attributes);
        }
        return (attributes.ApiGroup, attributes.Resource) switch
        {
            ("", "secrets") or ("", "configmaps") => Read(attributes, node),
            ("", "persistentvolumeclaims") when attributes.Subresource == "status" => StatusUpdate(attributes, node),
            ("", "persistentvolumeclaims") or ("", "persistentvolumes") or ("resource.k8s.io", "resourceclaims") => Get(attributes, node),
            ("storage.k8s.io", "volumeattachments") => Attachment(attributes, node),
            ("", "serviceaccounts") => Token(attributes, node),
            ("coordination.k8s.io", "leases") => Lease(attributes, node),
            ("storage.k8s.io", "csinodes") => CsiNode(attributes, node),
            ("resource.k8s.io", "resourceslices") => Slice(attributes, node),
            ("", "nodes") => NodeItself(attributes, node),
            ("", "pods") => Pod(attributes, node),
            _ => ByRules(attributes),
        };
    }

    private static Verdict ByRules(AuthorizationAttributes attributes) =>
        _nodeRules.Any(rule => PolicyRules.Allows(rule, attributes)) ? Verdict.Allow() : Verdict.NoOpinion();

    private Verdict Related(AuthorizationAttributes attributes, string node)
    {
        if (attributes.Name.Length == 0)
        {
            return Verdict.NoOpinion("No Object name found");
        }
        return references.Uses(node, attributes.Resource, attributes.Namespace, attributes.Name)
            ? Verdict.Allow()
            : Verdict.NoOpinion($"no relationship found between node '{node}' and this object");
    }

    private Verdict Read(AuthorizationAttributes attributes, string node)
    {
        if (!attributes.IsReadOnly)
        {
            return Verdict.NoOpinion("can only read resources of this type");
        }
        if (attributes.Subresource.Length > 0)
        {
            return Verdict.NoOpinion("cannot read subresource");
        }
        return attributes.Namespace.Length == 0 ? Verdict.NoOpinion("can only read namespaced object of this type") : Related(attributes, node);
    }

    private Verdict Get(AuthorizationAttributes attributes, string node)
    {
        if (attributes.Verb != "get")
        {
            return Verdict.NoOpinion("can only get individual resources of this type");
        }
        return attributes.Subresource.Length > 0 ? Verdict.NoOpinion("cannot get subresource") : Related(attributes, node);
    }

    private Verdict StatusUpdate(AuthorizationAttributes attributes, string node) => attributes.Verb is "update" or "patch"
        ? Related(attributes, node)
        : Verdict.NoOpinion("can only get/update/patch this type");

    private Verdict Attachment(AuthorizationAttributes attributes, string node)
    {
        if (attributes.Verb != "get")
        {
            return Verdict.NoOpinion("can only get individual resources of this type");
        }
        if (attributes.Subresource.Length > 0)
        {
            return Verdict.NoOpinion("cannot get subresource");
        }
        return view.Get<VolumeAttachment>("", attributes.Name)?.Spec.NodeName == node
            ? Verdict.Allow()
            : Verdict.NoOpinion($"no relationship found between node '{node}' and this object");
    }

    private Verdict Token(AuthorizationAttributes attributes, string node)
    {
        if (attributes is { Verb: "get", Subresource: "" })
        {
            return Related(attributes, node);
        }
        return attributes is { Verb: "create", Subresource: "token" }
            ? Related(attributes, node)
            : Verdict.NoOpinion("can only get service accounts or create tokens for individual service accounts");
    }

    private static Verdict Lease(AuthorizationAttributes attributes, string node)
    {
        if (attributes.Verb is not ("get" or "create" or "update" or "patch" or "delete"))
        {
            return Verdict.NoOpinion("can only get, create, update, patch, or delete a node lease");
        }
        if (attributes.Namespace != LeaseNamespace)
        {
            return Verdict.NoOpinion($"can only access leases in the \"{LeaseNamespace}\" system namespace");
        }
        return attributes.Verb != "create" && attributes.Name != node
            ? Verdict.NoOpinion("can only access node lease with the same name as the requesting node")
            : Verdict.Allow();
    }

    private static Verdict CsiNode(AuthorizationAttributes attributes, string node)
    {
        if (attributes.Verb is not ("get" or "create" or "update" or "patch" or "delete"))
        {
            return Verdict.NoOpinion("can only get, create, update, patch, or delete a CSINode");
        }
        if (attributes.Subresource.Length > 0)
        {
            return Verdict.NoOpinion("cannot authorize CSINode subresources");
        }
        return attributes.Verb != "create" && attributes.Name != node
            ? Verdict.NoOpinion("can only access CSINode with the same name as the requesting node")
            : Verdict.Allow();
    }

    private Verdict Slice(AuthorizationAttributes attributes, string node)
    {
        if (attributes.Subresource.Length > 0)
        {
            return Verdict.NoOpinion("cannot authorize ResourceSlice subresources");
        }
        return attributes.Verb switch
        {
            "create" => Verdict.Allow(),
            "get" or "update" or "patch" or "delete" => view.Get<ResourceSlice>("", attributes.Name)?.Spec.NodeName == node
                ? Verdict.Allow()
                : Verdict.NoOpinion($"no relationship found between node '{node}' and this object"),
            "watch" or "list" or "deletecollection" => SelectsNode(attributes, node)
                ? Verdict.Allow()
                : Verdict.NoOpinion("can only list/watch/deletecollection resourceslices with nodeName field selector"),
            _ => Verdict.NoOpinion("only the following verbs are allowed for a ResourceSlice: get, watch, list, create, update, patch, delete, deletecollection"),
        };
    }

    private static Verdict NodeItself(AuthorizationAttributes attributes, string node)
    {
        if (attributes.Subresource.Length > 0 || !attributes.IsReadOnly)
        {
            return ByRules(attributes);
        }
        if (attributes.Name == node)
        {
            return Verdict.Allow();
        }
        return Verdict.NoOpinion(attributes.Name.Length == 0
            ? $"node '{node}' cannot read all nodes, only its own Node object"
            : $"node '{node}' cannot read '{attributes.Name}', only its own Node object");
    }

    private Verdict Pod(AuthorizationAttributes attributes, string node)
    {
        if (attributes.Subresource.Length > 0)
        {
            return ByRules(attributes);
        }
        switch (attributes.Verb)
        {
            case "get":
                return Related(attributes, node);
            case "list" or "watch":
                if (SelectsNode(attributes, node))
                {
                    return Verdict.Allow();
                }
                return attributes.Name.Length > 0
                    ? Related(attributes, node)
                    : Verdict.NoOpinion("can only list/watch pods with spec.nodeName field selector");
            default:
                return ByRules(attributes);
        }
    }

    private static bool SelectsNode(AuthorizationAttributes attributes, string node) =>
        attributes.FieldSelector.Any(r => r is { Key: "spec.nodeName", Operator: "In", Values.Count: 1 } && r.Values[0] == node);
}
