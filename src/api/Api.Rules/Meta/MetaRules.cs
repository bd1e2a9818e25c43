using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.Rules;

/// <summary>What is right and wrong for every object's metadata.</summary>
public static class MetaRules
{
    private const int AnnotationsSize = 256 * 1024;
    private const string Immutable = "field is immutable";

    /// <summary>The system fields of an update's object: those that the writer cannot change are the old object's.</summary>
    public static ObjectMeta BeforeUpdate(ObjectMeta meta, ObjectMeta old) => meta with
    {
        SelfLink = "",
        Generation = old.Generation,
        Uid = meta.Uid.Length == 0 ? old.Uid : meta.Uid,
        CreationTimestamp = old.CreationTimestamp,
        DeletionTimestamp = old.DeletionTimestamp ?? meta.DeletionTimestamp,
        DeletionGracePeriodSeconds = meta.DeletionGracePeriodSeconds ?? old.DeletionGracePeriodSeconds,
    };

    /// <summary>Metadata of a status write: of the new object's metadata only what a status write may change.</summary>
    public static ObjectMeta ForStatus(ObjectMeta meta, ObjectMeta old) => meta with
    {
        DeletionTimestamp = old.DeletionTimestamp,
        DeletionGracePeriodSeconds = old.DeletionGracePeriodSeconds,
        Generation = old.Generation,
        Labels = old.Labels,
        Annotations = old.Annotations,
        OwnerReferences = old.OwnerReferences,
        Finalizers = old.Finalizers,
    };

    /// <summary>Adds what is wrong with any object's update, before its kind's rules.</summary>
    public static void ValidateCommon(ObjectMeta meta, ObjectMeta old, bool namespaced, ErrorList errors)
    {
        var path = FieldPath.Of("metadata");
        Validate(meta, namespaced, NameRules.PathSegment, path, errors);
        ValidateUpdate(meta, old, path, errors);
    }

    /// <summary>Adds what is wrong with metadata.</summary>
    public static void Validate(ObjectMeta meta, bool namespaced, Func<string, bool, IReadOnlyList<string>> checkName, FieldPath path, ErrorList errors)
    {
        if (meta.GenerateName.Length > 0)
        {
            errors.Invalid(path.Child("generateName"), meta.GenerateName, checkName(meta.GenerateName, true));
        }

        if (meta.Name.Length == 0)
        {
            errors.Required(path.Child("name"), "name or generateName is required");
        }
        else
        {
            errors.Invalid(path.Child("name"), meta.Name, checkName(meta.Name, false));
        }

        if (namespaced)
        {
            if (meta.Namespace.Length == 0)
            {
                errors.Required(path.Child("namespace"));
            }
            else
            {
                errors.Invalid(path.Child("namespace"), meta.Namespace, NameRules.Label(meta.Namespace, false));
            }
        }
        else if (meta.Namespace.Length > 0)
        {
            errors.Forbidden(path.Child("namespace"), "not allowed on this type");
        }

        NonNegative(meta.Generation, path.Child("generation"), errors);
        Labels(meta.Labels, path.Child("labels"), errors);
        Annotations(meta.Annotations, path.Child("annotations"), errors);
        Owners(meta.OwnerReferences, path.Child("ownerReferences"), errors);
        Finalizers(meta.Finalizers, path.Child("finalizers"), errors);
        ManagedFieldsRules.Validate(meta.ManagedFields, path.Child("managedFields"), errors);
    }

    /// <summary>Adds what an update may not change of the metadata.</summary>
    public static void ValidateUpdate(ObjectMeta meta, ObjectMeta old, FieldPath path, ErrorList errors)
    {
        if (old.DeletionTimestamp is not null)
        {
            var added = meta.Finalizers.Except(old.Finalizers, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            if (added.Length > 0)
            {
                errors.Forbidden(path.Child("finalizers"), $"no new finalizers can be added if the object is being deleted, found new finalizers []string{{{string.Join(", ", added.Select(GoText.Quote))}}}");
            }
        }

        if (meta.ResourceVersion.Length == 0)
        {
            errors.Invalid(path.Child("resourceVersion"), meta.ResourceVersion, "must be specified for an update");
        }

        if (meta.Generation < old.Generation)
        {
            errors.Invalid(path.Child("generation"), meta.Generation, "must not be decremented");
        }

        Unchanged(meta.Name, old.Name, path.Child("name"), errors);
        Unchanged(meta.Namespace, old.Namespace, path.Child("namespace"), errors);
        Unchanged(meta.Uid, old.Uid, path.Child("uid"), errors);
        if (meta.CreationTimestamp != old.CreationTimestamp)
        {
            errors.Invalid(path.Child("creationTimestamp"), meta.CreationTimestamp.ToString(), Immutable);
        }

        if (meta.DeletionTimestamp != old.DeletionTimestamp)
        {
            errors.Invalid(path.Child("deletionTimestamp"), meta.DeletionTimestamp?.ToString(), Immutable);
        }

        if (meta.DeletionGracePeriodSeconds != old.DeletionGracePeriodSeconds)
        {
            errors.Invalid(path.Child("deletionGracePeriodSeconds"), meta.DeletionGracePeriodSeconds, Immutable);
        }

        ManagedFieldsRules.Validate(meta.ManagedFields, path.Child("managedFields"), errors);
    }

    /// <summary>Adds what is wrong with labels.</summary>
    public static void Labels(ValueMap<string> labels, FieldPath path, ErrorList errors)
    {
        foreach (var (key, value) in labels)
        {
            errors.Invalid(path, key, Names.QualifiedName(key));
            errors.Invalid(path, value, Names.LabelValue(value));
        }
    }

    /// <summary>Adds what is wrong with annotations.</summary>
    public static void Annotations(ValueMap<string> annotations, FieldPath path, ErrorList errors)
    {
        long size = 0;
        foreach (var (key, value) in annotations)
        {
            errors.Invalid(path, key, Names.QualifiedName(key.ToLowerInvariant()));
            size += key.Utf8Length() + value.Utf8Length();
        }

        if (size > AnnotationsSize)
        {
            errors.TooLong(path, AnnotationsSize);
        }
    }

    /// <summary>Adds the error of a negative number.</summary>
    public static void NonNegative(long value, FieldPath path, ErrorList errors)
    {
        if (value < 0)
        {
            errors.Invalid(path, value, "must be greater than or equal to 0");
        }
    }

    private static void Unchanged(string value, string old, FieldPath path, ErrorList errors)
    {
        if (value != old)
        {
            errors.Invalid(path, value, Immutable);
        }
    }

    private static void Owners(ValueList<OwnerReference> owners, FieldPath path, ErrorList errors)
    {
        string? controller = null;
        foreach (var owner in owners)
        {
            var kind = GroupVersionKind.From(owner.ApiVersion, owner.Kind);
            if (kind.Version.Length == 0)
            {
                errors.Invalid(path.Child("apiVersion"), owner.ApiVersion, "version must not be empty");
            }

            if (kind.Kind.Length == 0)
            {
                errors.Invalid(path.Child("kind"), owner.Kind, "must not be empty");
            }

            if (owner.Name.Length == 0)
            {
                errors.Invalid(path.Child("name"), owner.Name, "must not be empty");
            }

            if (owner.Uid.Length == 0)
            {
                errors.Invalid(path.Child("uid"), owner.Uid, "must not be empty");
            }

            if (kind is { Group: "", Kind: "Event" })
            {
                errors.Invalid(path, "", $"{kind} is disallowed from being an owner");
            }

            if (owner.Controller == true)
            {
                var text = $"{{APIVersion:{owner.ApiVersion} Kind:{owner.Kind} Name:{owner.Name} UID:{owner.Uid}}}";
                if (controller is not null)
                {
                    errors.Invalid(path, GoDump.List(owners), $"Only one reference can have Controller set to true. Found \"true\" in references for {controller} and {owner.Name}");
                }

                controller ??= owner.Name;
            }
        }
    }

    private static void Finalizers(ValueList<string> finalizers, FieldPath path, ErrorList errors)
    {
        var (orphan, foreground) = (false, false);
        for (var i = 0; i < finalizers.Count; i++)
        {
            errors.Invalid(path, finalizers[i], Names.QualifiedName(finalizers[i]));
            orphan |= finalizers[i] == "orphan";
            foreground |= finalizers[i] == "foregroundDeletion";
        }

        if (orphan && foreground)
        {
            errors.Invalid(path, GoDump.List(finalizers), "finalizer orphan and foregroundDeletion cannot be both set");
        }
    }

    /// <summary>The finalizers of core kinds must be standard or have a domain.</summary>
    public static void CoreFinalizers(ValueList<string> finalizers, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < finalizers.Count; i++)
        {
            CoreFinalizer(finalizers[i], path.Index(i), errors);
        }
    }

    /// <summary>One finalizer of a core kind.</summary>
    public static void CoreFinalizer(string finalizer, FieldPath path, ErrorList errors)
    {
        if (!finalizer.Contains('/', StringComparison.Ordinal) && finalizer is not ("kubernetes" or "orphan" or "foregroundDeletion"))
        {
            errors.Invalid(path, finalizer, "name is neither a standard finalizer name nor is it fully qualified");
        }
    }
}
