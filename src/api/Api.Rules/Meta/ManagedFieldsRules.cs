using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.Rules;

/// <summary>What is right and wrong for the record of who owns which field.</summary>
internal static class ManagedFieldsRules
{
    private const int ManagerLength = 128;

    public static void Validate(ValueList<ManagedFieldsEntry> entries, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, at) = (entries[i], path.Index(i));
            if (entry.Operation is not ("Apply" or "Update"))
            {
                errors.Invalid(at.Child("operation"), entry.Operation, "must be `Apply` or `Update`");
            }

            if (entry.FieldsType is not ("" or "FieldsV1"))
            {
                errors.Invalid(at.Child("fieldsType"), entry.FieldsType, "must be `FieldsV1`");
            }

            Manager(entry.Manager, at.Child("manager"), errors);
            if (entry.Subresource.Utf8Length() > 256)
            {
                errors.TooLong(at.Child("subresource"), 256);
            }
        }
    }

    private static void Manager(string manager, FieldPath path, ErrorList errors)
    {
        if (manager.Utf8Length() > ManagerLength)
        {
            errors.TooLong(path, ManagerLength);
        }

        foreach (var (at, rune) in manager.EnumerateRunes().Index())
        {
            if (System.Text.Rune.IsControl(rune))
            {
                errors.Invalid(path, manager, $"invalid character U+{rune.Value:X4} (at position {at}) in field manager. Allowed characters are printable characters.");
            }
        }
    }
}
