using Cybernetes.Api;
using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Policies;

/// <summary>The objects that a binding names as parameters of its policy.</summary>
internal static class PolicyParameters
{
    /// <summary>The parameters, one null where there are none to find, or why they cannot be had.</summary>
    public static bool TryFind(IClusterView cluster, ParamKind? kind, ParamRef? reference, AdmissionAttributes attributes, out List<Value> parameters, out string error)
    {
        (parameters, error) = ([Value.Null], "");
        if (kind is null || reference is null)
        {
            return true;
        }
        if (Kinds.Find(GroupVersionKind.From(kind.ApiVersion, kind.Kind)) is not { } known)
        {
            error = $"failed to find resource referenced by paramKind: '{GroupVersionKind.From(kind.ApiVersion, kind.Kind)}'";
            return false;
        }
        var space = !known.Info.Namespaced ? "" : reference.Namespace.Length > 0 ? reference.Namespace : attributes.Namespace;
        if (!known.Info.Namespaced && reference.Namespace.Length > 0)
        {
            error = "paramRef.namespace must not be provided for a cluster-scoped `paramKind`";
            return false;
        }
        if (known.Info.Namespaced && space.Length == 0)
        {
            error = "cannot use namespaced paramRef in policy binding that matches cluster-scoped resources";
            return false;
        }
        var selector = reference.Selector.ToSelector();
        parameters = [.. cluster.List(known.Info.Kind, space)
            .Where(item => reference.Name.Length > 0 ? item.Metadata.Name == reference.Name : selector.Matches(item.Metadata.Labels))
            .Select(item => Value.ParseJson(JsonEncoder.ToArray<IKind>(item)))];
        if (parameters.Count == 0 && reference.ParameterNotFoundAction != "Allow")
        {
            error = "no params found for policy binding with `Deny` parameterNotFoundAction";
            return false;
        }
        return true;
    }
}
