using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.StorageV1;

namespace Cybernetes.Api.Rules;

/// <summary>Storage classes.</summary>
internal sealed class StorageClassRules : KindRules<StorageClass>
{
    protected override StorageClass OnDefault(StorageClass obj) => obj with
    {
        ReclaimPolicy = obj.ReclaimPolicy ?? "Delete",
        VolumeBindingMode = obj.VolumeBindingMode ?? "Immediate",
    };

    protected override void Validate(StorageClass obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        if (obj.Provisioner.Length == 0)
        {
            errors.Required(FieldPath.Of("provisioner"));
        }
        else
        {
            errors.Invalid(FieldPath.Of("provisioner"), obj.Provisioner, Names.QualifiedName(obj.Provisioner.ToLowerInvariant()));
        }

        StorageParameters.Validate(obj.Parameters, true, FieldPath.Of("parameters"), errors);
        if (obj.ReclaimPolicy is { } policy)
        {
            Check.Supported(policy, FieldPath.Of("reclaimPolicy"), errors, "Delete", "Retain");
        }

        if (obj.VolumeBindingMode is { } mode)
        {
            Check.Supported(mode, FieldPath.Of("volumeBindingMode"), errors, "Immediate", "WaitForFirstConsumer");
        }
        else
        {
            errors.Required(FieldPath.Of("volumeBindingMode"));
        }

        Topologies(obj.AllowedTopologies, FieldPath.Of("allowedTopologies"), errors);
    }

    protected override void ValidateUpdate(StorageClass obj, StorageClass old, ErrorList errors)
    {
        Validate(obj, errors);
        ValidateMetaUpdate(obj, old, errors);
        Check.Unchanged(obj.Parameters, old.Parameters, FieldPath.Of("parameters"), errors, GoDump.Map);
        Check.Unchanged(obj.Provisioner, old.Provisioner, FieldPath.Of("provisioner"), errors, value => value);
        Check.Unchanged(obj.ReclaimPolicy, old.ReclaimPolicy, FieldPath.Of("reclaimPolicy"), errors, value => value);
        Check.Unchanged(obj.VolumeBindingMode, old.VolumeBindingMode, FieldPath.Of("volumeBindingMode"), errors, value => value);
    }

    private static void Topologies(ValueList<TopologySelectorTerm> topologies, FieldPath path, ErrorList errors)
    {
        // Upstream compares with as many empty terms as there are terms, too.
        var seen = Enumerable.Repeat(new Dictionary<string, HashSet<string>>(), topologies.Count).ToList();
        for (var i = 0; i < topologies.Count; i++)
        {
            var terms = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
            for (var j = 0; j < topologies[i].MatchLabelExpressions.Count; j++)
            {
                var (row, at) = (topologies[i].MatchLabelExpressions[j], path.Index(i).Child("matchLabelExpressions").Index(j));
                Row(row, at, errors);
                if (!terms.TryAdd(row.Key, [.. row.Values]))
                {
                    errors.Duplicate(at.Child("key"), row.Key);
                }
            }

            foreach (var _ in seen.Where(other => other.Count == terms.Count && other.All(entry => terms.TryGetValue(entry.Key, out var values) && values.SetEquals(entry.Value))))
            {
                errors.Duplicate(path.Index(i).Child("matchLabelExpressions"), "");
            }

            seen.Add(terms);
        }
    }

    private static void Row(TopologySelectorLabelRequirement row, FieldPath at, ErrorList errors)
    {
        if (row.Values.IsEmpty)
        {
            errors.Required(at.Child("values"));
        }

        for (var i = 1; i < row.Values.Count; i++)
        {
            if (row.Values.Take(i).Contains(row.Values[i]))
            {
                errors.Duplicate(at.Child("values").Index(i), row.Values[i]);
            }
        }

        Check.QualifiedName(row.Key, at.Child("key"), errors);
    }
}
