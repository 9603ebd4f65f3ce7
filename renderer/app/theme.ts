/** Mantine in our measures: 4 px radius, small type, one ink accent that both themes read from the tokens. */
import {
  ActionIcon,
  Button,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  Input,
  Menu,
  Modal,
  Select,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core'

const INK = ['#eef3f9', '#dde7f2', '#b8cde5', '#8fb2d8', '#6d9bcc', '#4c7fb5', '#35659a', '#234d7d', '#1b3f68', '#123053'] as const

/** Cool greys, so that the fields of the dark theme belong to its panels. */
const DARK = ['#e3e6e9', '#c5cbd0', '#a4acb4', '#78828c', '#454d55', '#353c43', '#171b1e', '#1b1f23', '#15181b', '#101315'] as const

/** Filled controls take accent and ink from the tokens of the theme, so that both reach their contrast. */
const colors: VariantColorsResolver = (input) =>
  input.variant === 'filled'
    ? { background: 'var(--accent)', hover: 'color-mix(in srgb, var(--accent) 86%, var(--text))', color: 'var(--on-accent)', border: '1px solid transparent' }
    : defaultVariantColorsResolver(input)

export const theme = createTheme({
  variantColorResolver: colors,
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 3 },
  colors: { ink: INK, dark: DARK },
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 4,
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  components: {
    InputWrapper: Input.Wrapper.extend({ defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } }),
    Button: Button.extend({ defaultProps: { size: 'xs', variant: 'default' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 100, transition: 'fade' } },
    }),
    Drawer: Drawer.extend({ defaultProps: { overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 120 } } }),
    Select: Select.extend({ defaultProps: { size: 'sm', comboboxProps: { shadow: 'md', transitionProps: { duration: 0 } } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, withArrow: true, transitionProps: { duration: 80 } } }),
  },
})
